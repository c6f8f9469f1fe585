// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "journal/1" on a file: header, events, summary.
#pragma once

#include "journal/masking.h"
#include "linescopectl/output.h"

namespace Linescope {

class JsonOutput : public Output {
public:
    JsonOutput(int file, Masking masking);

    void begin(const Source &source, Microseconds started) override;
    void show(const Event &event, const World &world) override;
    bool flush(const World &world) override;
    void end(const World &world, quint64 dropped) override;

private:
    void append(const QByteArray &line);
    void write();

    const int m_file;
    const Masking m_masking;
    QByteArray m_pending;
    bool m_isRead = true;
};

} // namespace Linescope
