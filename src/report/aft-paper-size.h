/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The papers that people print on, in points. */
#define AFT_PAPER_A4_WIDTH 595.276
#define AFT_PAPER_A4_HEIGHT 841.89
#define AFT_PAPER_LETTER_WIDTH 612.0
#define AFT_PAPER_LETTER_HEIGHT 792.0
