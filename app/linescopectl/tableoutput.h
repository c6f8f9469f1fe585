// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For a terminal: a live table of handles under the key figures, redrawn in place at most four times a second, as large
// as the window. It leaves the screen as it found it, and then prints one sentence of summary.
#pragma once

#include "linescopectl/options.h"
#include "linescopectl/output.h"
#include "linescopectl/wording.h"

#include <QTimer>

namespace Linescope {

class TableOutput : public Output {
public:
    TableOutput(int file, const Options &options);
    ~TableOutput() override;

    void begin(const Source &source, Microseconds started) override;
    void show(const Event &event, const World &world) override;
    bool flush(const World &world) override;
    void end(const World &world, quint64 dropped) override;

private:
    void draw();
    QStringList page(QSize size) const;
    QString health() const;
    QString figures() const;
    QString row(const Handle &handle, int columns) const;
    std::vector<const Handle *> firstHandles(size_t count, size_t *matching) const;
    void leaveScreen();

    const int m_file;
    const HandleFilter m_filter;
    const Wording m_wording;
    QTimer m_frame;   // runs between two pictures
    QTimer m_seconds; // times go on when nothing happens
    QString m_sourceName;
    const World *m_world = nullptr; // of the last flush()
    bool m_isDirty = false;
    bool m_onScreen = false;
    bool m_isRead = true;
};

} // namespace Linescope
