/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-export-kind.h"
#include "aft-fold-bin.h"
#include "aft-window.h"

G_BEGIN_DECLS

struct _AftWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template widgets */
  AdwToastOverlay      *toasts;
  AftFoldBin           *fold;
  GtkStack             *title_stack;
  AdwWindowTitle       *window_title;
  AdwViewSwitcher      *switcher;
  GtkWidget            *new_button;
  GtkWidget            *header;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *export_button;
  GtkWidget            *exporting_button;
  GtkToggleButton      *review_button;
  GtkLabel             *review_count;
  GtkRevealer          *banner;
  GtkLabel             *banner_label;
  GtkWidget            *banner_reload;
  GtkWidget            *banner_close;
  GtkStack             *content;
  AdwBin               *library_bin;
  GtkSpinner           *spinner;
  GtkLabel             *loading_label;
  GtkWidget            *loading_cancel;
  AdwViewStack         *pages;
  AdwBin               *review_bin;
  AdwViewSwitcherBar   *switcher_bar;

  /* Owned */
  AftSession           *session;
  GSignalGroup         *session_signals;
  GSignalGroup         *history_signals;
  GSignalGroup         *document_signals;
  GCancellable         *loading;
  GFile                *loading_file;
  GCancellable         *exporting;

  GtkPrintSettings     *print_settings;
  GtkPageSetup         *page_setup;

  const AftExportKind  *export_kind;
  int                   n_exports;
  guint                 export_patience;
  guint                 review_idle;
  guint                 inhibit;
  gboolean              narrow;
  gboolean              saving;
  gboolean              close_after_save;
};

void aft_window_install_file_actions   (GtkWidgetClass *widget_class);
void aft_window_install_export_actions (GtkWidgetClass *widget_class);
void aft_window_install_print_actions  (GtkWidgetClass *widget_class);
void aft_window_install_share_actions  (GtkWidgetClass *widget_class);
gboolean aft_window_confirm_close      (AftWindow      *self);
void aft_window_update_title           (AftWindow      *self);
void aft_window_update_layout          (AftWindow      *self);
void aft_window_update_undo            (AftWindow      *self);
void aft_window_update_status          (AftWindow      *self);
void aft_window_show_banner            (AftWindow      *self,
                                        const char     *message,
                                        gboolean        reload);
void aft_window_tell                   (AftWindow      *self,
                                        const char     *message);
void aft_window_tell_with_action       (AftWindow      *self,
                                        const char     *message,
                                        const char     *label,
                                        const char     *action,
                                        GVariant       *target);
void aft_window_set_up_library           (AftWindow      *self);
void aft_window_update_file_actions      (AftWindow      *self);
char *aft_window_propose_name          (AftWindow      *self,
                                        const AftExportKind *kind) G_GNUC_WARN_UNUSED_RESULT;
AftExportOptions aft_window_get_export_options (AftWindow *self);
AftReport *aft_window_build_report     (AftWindow      *self) G_GNUC_WARN_UNUSED_RESULT;
void aft_window_tell_not_exported      (AftWindow      *self,
                                        const GError   *error);
void aft_window_export_to              (AftWindow      *self,
                                        const AftExportKind *kind,
                                        GFile          *file);
void aft_window_reload                 (AftWindow      *self);

G_END_DECLS
