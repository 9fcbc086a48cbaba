"""The scripts Streamlit runs, one for each address; each only calls its page."""
