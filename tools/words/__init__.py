"""The words of the site in every language: collected from the sources, kept in catalogues, written for browsers.

A tool of those who write the site: nothing here runs on a server, and nothing of it is needed to run one.
"""
