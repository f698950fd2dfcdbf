"""The workbench: a collection in the browser, as pages made on the server."""
