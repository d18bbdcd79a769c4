"""Whether a model can be had from the hub, asked before anything is fetched."""

from index.fault import ModelError

_PATIENCE = 5.0  # seconds


def fetchable(name: str) -> bool:
    """Whether the hub has the model; False where it cannot be asked but the model was fetched before."""
    from urllib.request import urlopen

    from huggingface_hub import constants, try_to_load_from_cache

    try:
        with urlopen(f"{constants.ENDPOINT}/api/models/{name}", timeout=_PATIENCE):
            return True
    # Asked first, as the library itself tries for a minute before it says anything.
    except OSError as error:
        if isinstance(try_to_load_from_cache(name, "config.json"), str):
            return False
        raise ModelError(
            f"{name}: neither a folder nor to be had from {constants.ENDPOINT} ({error}); "
            "name a local folder, or a mirror with HF_ENDPOINT=https://…"
        ) from None
