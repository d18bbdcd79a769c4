"""How each library finds passages, the way that its own documentation begins with; each gives what finds the first one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index.later import SHIPPED

Find = Callable[[str], str]
Way = Callable[[Path, Sequence[str]], Find]


def by_dafu(folder: Path, texts: Sequence[str]) -> Find:
    """This project's search, its index built of the letters themselves."""
    from index.later import Later
    from index.store import open_index

    index = open_index(folder / "corpus", folder / "index-measured", Later())

    def find(question: str) -> str:
        (passage,) = (found.passage for found in index.search(question, None, 1))
        return f"{index.letters[passage.letter].title}\n{passage.text}"

    return find


def by_langchain(folder: Path, texts: Sequence[str]) -> Find:
    """LangChain: documents in its store in memory."""
    from langchain_core.vectorstores import InMemoryVectorStore
    from langchain_huggingface import HuggingFaceEmbeddings

    store = InMemoryVectorStore(HuggingFaceEmbeddings(model_name=str(SHIPPED)))
    store.add_texts(list(texts))
    return lambda question: str(store.similarity_search(question, k=1)[0].page_content)


def by_llamaindex(folder: Path, texts: Sequence[str]) -> Find:
    """LlamaIndex: nodes in its vector store index. Its own class for such models takes none without a longest text."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.embeddings import BaseEmbedding
    from llama_index.core.schema import TextNode
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(SHIPPED), device="cpu")

    class Shipped(BaseEmbedding):  # type: ignore[misc]
        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            found: list[list[float]] = model.encode(texts, normalize_embeddings=True).tolist()
            return found

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embedding(query)

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embedding(query)

    index = VectorStoreIndex([TextNode(text=text) for text in texts], embed_model=Shipped())
    retriever = index.as_retriever(similarity_top_k=1)
    return lambda question: str(retriever.retrieve(question)[0].get_content())


def by_txtai(folder: Path, texts: Sequence[str]) -> Find:
    """txtai: its embeddings database."""
    from txtai import Embeddings

    embeddings = Embeddings(path=str(SHIPPED), method="sentence-transformers")
    embeddings.index(list(texts))
    return lambda question: texts[embeddings.search(question, 1)[0][0]]


def by_haystack(folder: Path, texts: Sequence[str]) -> Find:
    """Haystack: documents embedded into its store in memory, asked by its retriever."""
    from haystack import Document
    from haystack.components.embedders import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )
    from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    embedder = SentenceTransformersDocumentEmbedder(model=str(SHIPPED), progress_bar=False)
    asked = SentenceTransformersTextEmbedder(model=str(SHIPPED), progress_bar=False)
    embedder.warm_up()
    asked.warm_up()
    documents = embedder.run([Document(content=text) for text in texts])["documents"]
    # A passage may stand in two letters of one title.
    store.write_documents(list({one.id: one for one in documents}.values()))
    retriever = InMemoryEmbeddingRetriever(store, top_k=1)

    def find(question: str) -> str:
        found = retriever.run(asked.run(question)["embedding"])["documents"]
        return str(found[0].content)

    return find


WAYS: Mapping[str, Way] = {
    "dafu": by_dafu,
    "LangChain": by_langchain,
    "LlamaIndex": by_llamaindex,
    "txtai": by_txtai,
    "Haystack": by_haystack,
}
