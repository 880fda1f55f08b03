/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-whys-canvas.h"

G_BEGIN_DECLS

void aft_whys_clipboard_copy  (AftWhysCanvas *canvas,
                               AftItem       *item);
void aft_whys_clipboard_paste (AftWhysCanvas *canvas,
                               AftItem       *target);

G_END_DECLS
