/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "aft-flow-cache.h"
#include "aft-paper-size.h"
#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftPages:
 *
 * A report as pages of one paper. Preview, print and PDF draw the same ones.
 */
typedef struct _AftPages AftPages;

/**
 * AftPageRun:
 *
 * A report while it is laid out, a small piece at a time, so that nothing waits for it.
 */
typedef struct _AftPageRun AftPageRun;

AftPageRun *aft_page_run_new    (AftReport    *report,
                                 AftFlowCache *cache,
                                 double        width,
                                 double        height) G_GNUC_WARN_UNUSED_RESULT;
gboolean    aft_page_run_step   (AftPageRun   *self);
AftPages   *aft_page_run_finish (AftPageRun   *self) G_GNUC_WARN_UNUSED_RESULT;
void        aft_page_run_free   (AftPageRun   *self);

AftPages *aft_pages_new         (AftReport *report,
                                 double     width,
                                 double     height) G_GNUC_WARN_UNUSED_RESULT;
void      aft_pages_free        (AftPages  *self);
guint     aft_pages_get_n_pages (AftPages  *self);
void      aft_pages_get_size    (AftPages  *self,
                                 double    *width,
                                 double    *height);
void      aft_pages_draw        (AftPages  *self,
                                 guint      page,
                                 cairo_t   *cr);

guint     aft_pages_get_n_headings (AftPages    *self);
gboolean  aft_pages_get_heading    (AftPages    *self,
                                    guint        index,
                                    const char **title,
                                    guint       *level,
                                    guint       *page);
double    aft_pages_get_heading_y  (AftPages    *self,
                                    guint        index);
gboolean  aft_pages_same_page      (AftPages    *self,
                                    AftPages    *other,
                                    guint        page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPages, aft_pages_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPageRun, aft_page_run_free)

G_END_DECLS
