// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/jsonoutput.h"

#include "journal/eventjson.h"
#include "linescopectl/terminal.h"

namespace Linescope {

JsonOutput::JsonOutput(int file, Masking masking)
    : m_file(file)
    , m_masking(masking)
{
}

void JsonOutput::begin(const Source &source, Microseconds started)
{
    append(journalHeader(source.url.toString(QUrl::RemovePassword), started));
    write();
}

void JsonOutput::show(const Event &event, const World &) { append(toJsonLine(event, m_masking)); }

bool JsonOutput::flush(const World &)
{
    write();
    return m_isRead;
}

void JsonOutput::end(const World &world, quint64 dropped)
{
    append(journalSummary(world, dropped));
    write();
}

void JsonOutput::append(const QByteArray &line)
{
    constexpr qsizetype enough = 64 * 1024;
    m_pending += line;
    m_pending += '\n';
    if (m_pending.size() >= enough)
        write();
}

void JsonOutput::write()
{
    m_isRead = m_isRead && writeAll(m_file, m_pending);
    m_pending.clear();
}

} // namespace Linescope
