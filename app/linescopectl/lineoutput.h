// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For files, pipes and logs: one plain line per change of a source, a device, a line, a call or a handle. No escape
// sequences.
#pragma once

#include "linescopectl/output.h"
#include "linescopectl/wording.h"

namespace Linescope {

class LineOutput : public Output {
public:
    LineOutput(int file, Masking masking);

    void begin(const Source &source, Microseconds started) override;
    void show(const Event &event, const World &world) override;
    bool flush(const World &world) override;
    void end(const World &world, quint64 dropped) override;

private:
    const int m_file;
    const Wording m_wording;
    QByteArray m_pending;
    bool m_isRead = true;
};

} // namespace Linescope
