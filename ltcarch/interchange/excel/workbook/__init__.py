"""The workbook that `ltcarch export excel` writes, and what people make of it on its way back."""
