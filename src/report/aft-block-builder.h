/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The builder makes reports, see aft_report_build(). */
#include "aft-report.h"
