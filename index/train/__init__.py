"""How the shipped Chinese embedding model is made: `python -m index.train DATA OUT`.

To be read in this order, one idea a file:

    recipe      every number of the method, read from recipe.toml
    sources     the data files as records, and what is held back for judging
    vocabulary  28,000 words and characters, as a tokenizer that needs no Python
    teacher     dictionary transfer: a Chinese word starts as an English teacher's vector of its gloss
    start       the word table before any training
    pairs       texts that belong together, mined from the data
    everyday    what people say for what documents print
    questions   questions about figures, made by rule, with the nearest wrong sentence beside the right one
    spoken      clauses of official texts as people would ask for them
    fitting     the table trained until what belongs together is near
    nearest     the part of the training that compares word with word, as the search does
    packing     the mean of start and trained table, in half precision, as a SentenceTransformer folder
    judging     the scores of the model card
    stages      what lets an interrupted run go on where it stopped
"""
