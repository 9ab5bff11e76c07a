"""Measures Sheliak beside what else answers the same questions."""
