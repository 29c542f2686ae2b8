"""Processes written as BPMN 2.0."""

from ltcarch.interchange.bpmn.writing.document import bpmn_document

__all__ = ["bpmn_document"]
