// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalsink.h"

#include <QFileInfo>

#include <zlib.h>

namespace Linescope {

JournalSink::JournalSink(bool compressed)
{
    if (!compressed)
        return;
    constexpr int gzip = 16; // beside the size of the window: this format (zlib.h)
    m_stream = std::make_unique<z_stream>();
    const int result = deflateInit2_(m_stream.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip, 8,
                                     Z_DEFAULT_STRATEGY, ZLIB_VERSION, int(sizeof(z_stream)));
    if (result != Z_OK)
        qFatal("zlib cannot begin"); // no memory
}

JournalSink::~JournalSink()
{
    if (m_stream)
        deflateEnd(m_stream.get());
}

bool JournalSink::open(const QString &path)
{
    m_file.setFileName(path);
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        m_error = tr("%1 is no ordinary file.").arg(path);
        return false;
    }
    const bool ok = m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                                QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_error = ok ? QString() : tr("%1 cannot be written: %2").arg(path, m_file.errorString());
    return ok;
}

void JournalSink::write(QByteArrayView lines)
{
    constexpr qsizetype much = 256 * 1024;
    if (m_stream) {
        m_memberText += lines.size();
        deflate(lines, Z_NO_FLUSH);
        if (m_memberText >= memberText)
            endMember();
    } else {
        m_pending.append(lines);
    }
    if (m_pending.size() >= much && m_error.isEmpty())
        writePending();
}

void JournalSink::deflate(QByteArrayView text, int flushMode)
{
    constexpr qsizetype step = 64 * 1024;
    static_assert(sizeof(Bytef) == sizeof(char));
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    m_stream->avail_in = uInt(text.size());
    do {
        const qsizetype before = m_pending.size();
        m_pending.resize(before + step);
        m_stream->next_out = reinterpret_cast<Bytef *>(m_pending.data() + before);
        m_stream->avail_out = uInt(step);
        ::deflate(m_stream.get(), flushMode);
        m_pending.chop(qsizetype(m_stream->avail_out));
    } while (m_stream->avail_out == 0); // it may have more
}

void JournalSink::endMember()
{
    if (m_memberText == 0)
        return;
    deflate({}, Z_FINISH);
    deflateReset(m_stream.get());
    m_memberText = 0;
}

bool JournalSink::flush()
{
    if (m_stream && m_memberText > 0)
        deflate({}, Z_SYNC_FLUSH);
    return writePending();
}

bool JournalSink::close()
{
    if (m_stream)
        endMember();
    const bool ok = writePending();
    if (ok)
        m_file.close();
    return ok;
}

// All or nothing: half of it would end within a line.
bool JournalSink::writePending()
{
    m_error.clear();
    if (m_pending.isEmpty())
        return true;
    if (m_file.write(m_pending) == m_pending.size()) {
        m_written += m_pending.size();
        m_pending.clear();
        return true;
    }
    m_error = tr("%1 cannot be written: %2").arg(path(), m_file.errorString());
    m_file.resize(m_written);
    m_file.seek(m_written);
    return false;
}

} // namespace Linescope
