/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

void aft_figure_adder_choose (GtkWidget  *widget,
                              AftSession *session);

G_END_DECLS
