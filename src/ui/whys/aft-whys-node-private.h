/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-whys-node.h"

G_BEGIN_DECLS

struct _AftWhysNode
{
  GtkWidget         parent_instance;

  /* Children */
  GtkWidget        *label;
  GtkWidget        *editor;      /* only while somebody types */
  GtkWidget        *footer;
  GtkWidget        *state_icon;
  GtkWidget        *state_label;
  GtkWidget        *events;      /* chips, made when there is something to link to */
  GtkWidget        *lessons;
  GtkWidget        *actions;
  GtkWidget        *same;
  GtkWidget        *fold;

  /* Owned */
  AftSession       *session;
  AftItem          *item;

  AftWhysStyle      style;
  AftWhysNodeState  state;
  gboolean          composing;   /* an input method is at work */
  int               caret;
};

G_END_DECLS
