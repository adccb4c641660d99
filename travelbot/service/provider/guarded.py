"""Connections for strangers' provider addresses: never into this machine's own network."""

import asyncio
import socket
from ipaddress import ip_address

import httpx2


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Connects only to addresses of the public internet, redirects and DNS tricks included.

    The address that was checked is the one that is connected to. Raises ConnectError for others.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response of the host that the request names."""
        host = request.url.host
        address = await _public_address(host, request)
        extensions = {**request.extensions, "sni_hostname": host}
        pinned = httpx2.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions=extensions,
        )
        return await self._inner.handle_async_request(pinned)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()


async def _public_address(host: str, request: httpx2.Request) -> str:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, request.url.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpx2.ConnectError(f"{host} has no address", request=request) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(ip_address(a.partition("%")[0]).is_global for a in addresses):
        raise httpx2.ConnectError(f"{host} is not on the public internet", request=request)
    return addresses[0]
