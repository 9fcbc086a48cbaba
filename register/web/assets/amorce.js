// Tells Streamlit's front end where its server and its pages stand. Left to itself it would look
// beside the address of the page, which fails for /en/calculer and asks once too often elsewhere.
{
  const english = /^\/en(\/|$)/.test(location.pathname);
  window.__streamlit = {
    BACKEND_BASE_URL: location.origin + "/",
    MAIN_PAGE_BASE_URL: location.origin + (english ? "/en" : "/"),
  };
}
