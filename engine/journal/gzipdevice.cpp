// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/gzipdevice.h"

#include <zlib.h>

#include <algorithm>

namespace Linescope {

namespace {

constexpr qsizetype block = 64 * 1024;
// Journals become 10 to 30 times smaller, zeros 1,030 times.
constexpr qint64 mostExpansion = 200;
constexpr qint64 harmless = 64 * 1024 * 1024; // bytes of text

} // namespace

GzipDevice::GzipDevice(const QString &path)
    : m_file(path)
    , m_stream(std::make_unique<z_stream>())
    , m_members{{0, 0}}
{
    constexpr int gzip = 16; // beside the size of the window: this format (zlib.h)
    if (inflateInit2_(m_stream.get(), MAX_WBITS + gzip, ZLIB_VERSION, int(sizeof(z_stream))) != Z_OK)
        qFatal("zlib cannot begin"); // no memory
}

GzipDevice::~GzipDevice() { inflateEnd(m_stream.get()); }

bool GzipDevice::isGzip(const QByteArray &firstBytes) { return firstBytes.startsWith("\x1f\x8b"); }

bool GzipDevice::open(OpenMode mode)
{
    if (mode.testFlag(WriteOnly) || !m_file.open(ReadOnly | Unbuffered)) {
        setErrorString(m_file.errorString());
        return false;
    }
    return QIODevice::open(mode | Unbuffered) && begin(m_members.front());
}

bool GzipDevice::begin(const Member &member)
{
    m_input.clear();
    m_stream->next_in = nullptr;
    m_stream->avail_in = 0;
    m_fileOffset = member.file;
    m_text = member.text;
    m_ended = false;
    m_problem.clear();
    return inflateReset(m_stream.get()) == Z_OK && m_file.seek(member.file);
}

bool GzipDevice::seek(qint64 pos)
{
    const auto behind = std::upper_bound(m_members.begin(), m_members.end(), pos,
                                         [](qint64 wanted, const Member &member) { return wanted < member.text; });
    const Member member = *std::prev(behind);
    if ((pos < m_text || member.text > m_text || m_ended) && !begin(member))
        return false;
    QByteArray skipped(block, Qt::Uninitialized);
    while (m_text < pos) {
        if (readData(skipped.data(), std::min<qint64>(block, pos - m_text)) <= 0)
            return false;
    }
    return QIODevice::seek(pos);
}

qint64 GzipDevice::readData(char *data, qint64 maxSize)
{
    m_stream->next_out = reinterpret_cast<Bytef *>(data);
    m_stream->avail_out = uInt(std::min<qint64>(maxSize, block));
    const uInt wanted = m_stream->avail_out;
    while (!m_ended && m_stream->avail_out == wanted) {
        if (m_stream->avail_in == 0 && !fill())
            break;
        const uInt input = m_stream->avail_in;
        const int result = inflate(m_stream.get(), Z_NO_FLUSH);
        m_fileOffset += input - m_stream->avail_in;
        const qint64 done = wanted - m_stream->avail_out;
        if (result == Z_STREAM_END ? !nextMember() : result != Z_OK && result != Z_BUF_ERROR)
            fail(tr("The compressed file is damaged."));
        if (result == Z_STREAM_END && m_text + done > m_members.back().text)
            m_members.push_back({m_text + done, m_fileOffset});
    }
    const qint64 done = wanted - m_stream->avail_out;
    m_text += done;
    if (isBomb()) {
        fail(tr("The file unpacks to more than %1 times its size. That is no recording.").arg(mostExpansion));
        return -1;
    }
    return done > 0 ? done : m_problem.isEmpty() ? 0 : -1;
}

bool GzipDevice::fill()
{
    m_input.resize(block);
    const qint64 read = m_file.read(m_input.data(), block);
    if (read < 0)
        fail(m_file.errorString());
    m_ended = m_ended || read <= 0;
    m_stream->next_in = reinterpret_cast<Bytef *>(m_input.data());
    m_stream->avail_in = uInt(std::max<qint64>(read, 0));
    return read > 0;
}

bool GzipDevice::nextMember() { return inflateReset(m_stream.get()) == Z_OK; }

void GzipDevice::fail(const QString &problem)
{
    m_ended = true;
    m_problem = problem;
    setErrorString(problem);
}

bool GzipDevice::isBomb() const { return m_text > harmless && m_text / mostExpansion > m_fileOffset; }

} // namespace Linescope
