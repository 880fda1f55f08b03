/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "aft-figure-data.h"

G_BEGIN_DECLS

void aft_html_append_drawing (GString             *out,
                              const AftFigureData *data,
                              PangoContext        *context);
void aft_html_append_picture (GString             *out,
                              const AftFigureData *data);

G_END_DECLS
