"""What a browser sees: Streamlit components and HTTP routes."""
