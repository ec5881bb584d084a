"""A SPARQL server behind the same interface."""

from __future__ import annotations

from typing import Any

from kzhealthkg.messages import reason
from kzhealthkg.model import Rows, Term
from kzhealthkg.store.terms import XSD, StoreError, answer, literal


class EndpointStore:
    """A SPARQL 1.1 server, asked through SPARQLWrapper; ``timeout`` in seconds."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        if not url.startswith(("http://", "https://")):
            raise StoreError("store.address", url=url)
        self.url = url
        self.timeout = timeout

    def select(self, sparql: str) -> Rows:
        """Run a SELECT or an ASK; StoreError says in one line why there is no answer."""
        import json

        body = self._fetch(sparql)
        try:
            return _from_json(json.loads(body))
        except (ValueError, KeyError, TypeError, AttributeError):
            start = body[:60].decode("utf-8", "replace").replace("\n", " ")
            raise StoreError("store.nojson", url=self.url, start=start) from None

    def _fetch(self, sparql: str) -> bytes:
        from http.client import HTTPException
        from urllib.error import HTTPError, URLError

        from SPARQLWrapper import JSON, POST, SELECT, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        wrapper = SPARQLWrapper(self.url, returnFormat=JSON)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self.timeout)
        # Not setQuery: it guesses the type from any word, and takes a comment on nuclear medicine for a CLEAR.
        wrapper.queryString, wrapper.queryType = sparql, SELECT
        try:
            with wrapper.query().response as response:
                return bytes(response.read())
        except HTTPError as error:
            error.close()
            raise StoreError("store.http", url=self.url, code=error.code, reason=error.reason) from None
        except SPARQLWrapperException as error:
            _close(error.__context__)
            raise StoreError("store.server", url=self.url, reason=_server_says(error)) from None
        except (URLError, HTTPException, OSError) as error:
            raise StoreError("store.noanswer", url=self.url, reason=_why(error)) from None


def _why(error: Exception) -> str:
    """Return why there is no answer: what lies behind an URLError, where something does."""
    cause = getattr(error, "reason", None) or error
    return reason(cause) if isinstance(cause, OSError) else str(cause)


def _close(cause: BaseException | None) -> None:
    """Close the answer that SPARQLWrapper read its message from and left open."""
    from urllib.error import HTTPError

    if isinstance(cause, HTTPError):
        cause.close()


def _server_says(error: Exception) -> str:
    """Return SPARQLWrapper's message and what the server wrote, as one line."""
    return " ".join(str(error).replace("\\n", " ").split())[:300]


def _from_json(results: Any) -> Rows:
    if "boolean" in results:
        return answer(results["boolean"])
    variables = tuple(results["head"]["vars"])
    rows = tuple(tuple(_json_term(row.get(name)) for name in variables) for row in results["results"]["bindings"])
    return Rows(variables, rows)


def _json_term(cell: dict[str, str] | None) -> Term | None:
    if cell is None:
        return None
    if cell["type"] in {"literal", "typed-literal"}:
        return literal(cell["value"], cell.get("datatype", XSD + "string"), cell.get("xml:lang", ""))
    return Term("bnode" if cell["type"] == "bnode" else "uri", cell["value"])
