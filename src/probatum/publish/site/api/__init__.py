"""The REST API, version 1: the engine and the articles for programs. Tokens with scopes, problem details for errors."""
