"""The register: the script Streamlit runs for each visit, and the application uvicorn serves."""

import streamlit as st

if __name__ == "__main__":
    from register.web import visit

    visit.run()
else:
    from register.web import assembly

    app = st.App(
        __file__,
        routes=assembly.routes(),
        middleware=assembly.middleware(),
        on_script_error=assembly.on_script_error,
    )
