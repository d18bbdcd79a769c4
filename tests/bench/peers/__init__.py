"""The same passages and questions given to other libraries: `python -m tests.bench peers`."""
