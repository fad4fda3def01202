from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.contract import Contract
from ...types import UNSET, Response


def _get_kwargs(
    *,
    l: int,
    t: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["l"] = l

    params["t"] = t

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/contract/suggest",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | list[Contract] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = Contract.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 401:
        response_401 = cast(Any, None)
        return response_401

    if response.status_code == 423:
        response_423 = cast(Any, None)
        return response_423

    if response.status_code == 429:
        response_429 = cast(Any, None)
        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | list[Contract]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    l: int,
    t: str,
) -> Response[Any | list[Contract]]:
    """Contract: suggest

     Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
    `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

    Args:
        l (int):
        t (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | list[Contract]]
    """

    kwargs = _get_kwargs(
        l=l,
        t=t,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    l: int,
    t: str,
) -> Any | list[Contract] | None:
    """Contract: suggest

     Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
    `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

    Args:
        l (int):
        t (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | list[Contract]
    """

    return sync_detailed(
        client=client,
        l=l,
        t=t,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    l: int,
    t: str,
) -> Response[Any | list[Contract]]:
    """Contract: suggest

     Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
    `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

    Args:
        l (int):
        t (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | list[Contract]]
    """

    kwargs = _get_kwargs(
        l=l,
        t=t,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    l: int,
    t: str,
) -> Any | list[Contract] | None:
    """Contract: suggest

     Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
    `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

    Args:
        l (int):
        t (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | list[Contract]
    """

    return (
        await asyncio_detailed(
            client=client,
            l=l,
            t=t,
        )
    ).parsed
