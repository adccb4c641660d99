"""The API's documentation as a page: made from its OpenAPI document, without any script."""

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from travelbot.web.api.schemas import example, type_name

STYLE = Path(__file__).with_name("docs.css")

Document = Mapping[str, Any]

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} API</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<nav aria-label="Routes"><a class="home" href="./">{title}</a>{links}</nav>
<main>
<header><h1>{title} API <small>{version}</small></h1><p>{description}</p>
<p>The same for programs: <a href="openapi.json">openapi.json</a>.</p></header>
{routes}
</main>
</body>
</html>
"""
ROUTE = """<section id="{id}">
<h2>{method} <code>{path}</code></h2>
<p class="summary">{summary}</p>
<p>{description}</p>
{parameters}
<h3>Try it</h3>
<pre>{curl}</pre>
<h3>Answers</h3>
{answers}
</section>"""
PARAMETERS = """<h3>Parameters</h3>
<div class="wide"><table><thead><tr><th>name</th><th>in</th><th>type</th><th>what</th></tr></thead>
<tbody>{rows}</tbody></table></div>"""


def docs_page(document: Document, server: str) -> str:
    """The page; `server` is where its reader reaches the API."""
    routes = list(_routes(document))
    return PAGE.format(
        title=escape(document["info"]["title"]),
        version=escape(document["info"]["version"]),
        description=escape(document["info"]["description"]),
        links="".join(map(_link, routes)),
        routes="\n".join(_route(route, document, server) for route in routes),
    )


def _routes(document: Document) -> Iterator[Document]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield {**operation, "path": path, "method": method.upper()}


def _link(route: Document) -> str:
    summary, method = escape(route["summary"]), _badge(route["method"])
    return f'<a href="#{escape(route["operationId"])}">{method} {summary}</a>'


def _route(route: Document, document: Document, server: str) -> str:
    components = document["components"]["schemas"]
    return ROUTE.format(
        id=escape(route["operationId"]),
        method=_badge(route["method"]),
        path=escape(route["path"]),
        summary=escape(route["summary"]),
        description=_prose(route["description"]),
        parameters=_parameters(route.get("parameters", [])),
        curl=escape(_curl(route, server)),
        answers="\n".join(
            _answer(status, answer, components) for status, answer in route["responses"].items()
        ),
    )


def _parameters(parameters: list[Document]) -> str:
    return PARAMETERS.format(rows="".join(map(_parameter, parameters))) if parameters else ""


def _parameter(parameter: Document) -> str:
    schema = parameter["schema"]
    default = f" Default: {schema['default']}." if schema.get("default") else ""
    cells = (
        f"<code>{escape(parameter['name'])}</code>",
        escape(parameter["in"]),
        escape(type_name(schema)),
        _prose(parameter["description"] + default),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _answer(status: str, answer: Document, components: Document) -> str:
    kind = "good" if status.startswith("2") else "bad"
    line = f'<span class="status {kind}">{escape(status)}</span> {_prose(answer["description"])}'
    if kind == "bad":
        return f'<p class="answer">{line}</p>'
    samples = "".join(
        f"<p><code>{escape(media_type)}</code></p><pre>{escape(_sample(content, components))}</pre>"
        for media_type, content in answer.get("content", {}).items()
    )
    return f'<p class="answer">{line}</p>{samples}'


def _sample(content: Document, components: Document) -> str:
    if "example" in content:
        return str(content["example"]).strip()
    return json.dumps(example(content["schema"], components), indent=2, ensure_ascii=False)


def _curl(route: Document, server: str) -> str:
    """A command that keeps the cookie, and so the conversation."""
    flags = "-N " if "text/event-stream" in route["responses"]["200"]["content"] else ""
    method = "" if route["method"] == "GET" else f"-X {route['method']} "
    names = [parameter["name"] for parameter in route.get("parameters", [])]
    asked = "?query=Tokyo" if "query" in names else ""
    return f"curl {flags}-c jar -b jar {method}'{server}{route['path']}{asked}'"


def _badge(method: str) -> str:
    return f'<span class="method {method.lower()}">{method}</span>'


def _prose(text: str) -> str:
    """Text in which only `code` is marked."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))
