// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amiparser.h"

#include <QIODevice>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Linescope::Ami {

namespace {

constexpr qsizetype readSize = 64 * 1024;
constexpr QByteArrayView bannerMark = " Call Manager/";

const char *find(char c, const char *begin, const char *end)
{
    return static_cast<const char *>(memchr(begin, c, size_t(end - begin)));
}

// For messages: short, and only what a line of text can show.
QString quoted(QByteArrayView line)
{
    QString text = QString::fromUtf8(line.first(qMin(line.size(), qsizetype(60))));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'\uFFFD';
    }
    return line.size() > 60 ? text + u'…' : text;
}

} // namespace

void Parser::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_stopped) {
        const QByteArrayView part = bytes.first(qMin(bytes.size(), readSize));
        memcpy(room(part.size()), part.data(), size_t(part.size()));
        parse(part.size());
        bytes = bytes.sliced(part.size());
    }
}

void Parser::feed(QIODevice &device)
{
    while (!m_stopped) {
        const qint64 wanted = qMin(device.bytesAvailable(), qint64(readSize));
        const qint64 added = wanted > 0 ? device.read(room(wanted), wanted) : 0;
        if (added <= 0)
            return;
        parse(added);
    }
}

// Where the next `size` bytes may be written.
char *Parser::room(qsizetype size)
{
    if (m_end + size > m_buffer.size()) {
        const char *const before = m_buffer.constData();
        const qsizetype roomy = qBound(qsizetype(16 * 1024), 2 * m_buffer.size(), maxMessage + readSize);
        m_buffer.resize(qMax(m_end + size, roomy));
        moveHeaders(before, m_buffer.constData());
    }
    return m_buffer.data() + m_end;
}

void Parser::parse(qsizetype added)
{
    m_end += added;
    const char *const buffer = m_buffer.constData();
    const char *const end = buffer + m_end;
    const char *line = buffer + m_line;
    const char *scan = buffer + m_scanned;
    while (const char *feed = find('\n', scan, end)) {
        takeLine(line, feed);
        if (m_stopped)
            return;
        line = scan = feed + 1;
        m_line = line - buffer;
    }
    m_scanned = m_end;
    if (m_end - m_line > maxLine)
        fail(tr("The server sent a line of more than 64 KiB; that is not the Asterisk Manager Interface."));
    else if (m_end - m_begin > maxMessage)
        fail(tr("The server sent a message of more than 4 MiB."));
    compact();
}

void Parser::takeLine(const char *begin, const char *end)
{
    const char *const next = end + 1;
    if (end - begin > maxLine)
        return fail(tr("The server sent a line of more than 64 KiB; that is not the Asterisk Manager Interface."));
    if (end != begin && end[-1] == '\r')
        --end;
    if (!m_banner)
        return takeBanner({begin, end}, next);
    if (begin == end)
        return finishMessage(next);

    auto &headers = m_message.mutableHeaders();
    if (headers.size() >= size_t(maxHeaders))
        return fail(tr("The server sent a message of more than 100,000 lines."));
    if (const char *const colon = find(':', begin, end)) {
        const char *const value = colon + 1 != end && colon[1] == ' ' ? colon + 2 : colon + 1;
        headers.emplace_back(QByteArrayView(begin, colon), QByteArrayView(value, end));
    } else {
        headers.emplace_back(QByteArrayView(), QByteArrayView(begin, end));
    }
}

void Parser::takeBanner(QByteArrayView line, const char *next)
{
    const qsizetype mark = QByteArray::fromRawData(line.data(), line.size()).indexOf(bannerMark);
    if (mark < 0)
        return fail(tr("This is not the Asterisk Manager Interface: the server greeted with “%1”.").arg(quoted(line)));
    m_banner = true;
    m_begin = next - m_buffer.constData();
    if (onBanner)
        onBanner(line.sliced(mark + bannerMark.size()));
}

void Parser::finishMessage(const char *next)
{
    m_message.setBytes({m_buffer.constData() + m_begin, next});
    if (!m_message.headers().empty() && onMessage)
        onMessage(m_message);
    m_message.mutableHeaders().clear();
    m_begin = next - m_buffer.constData();
}

// Once per chunk: the unfinished message moves to the front.
void Parser::compact()
{
    if (m_begin == 0)
        return;
    char *const to = m_buffer.data();
    const char *const from = to + m_begin;
    memmove(to, from, size_t(m_end - m_begin));
    moveHeaders(from, to);
    m_line -= m_begin;
    m_scanned -= m_begin;
    m_end -= m_begin;
    m_begin = 0;
}

void Parser::moveHeaders(const char *from, const char *to)
{
    if (from == to)
        return;
    for (auto &[key, value] : m_message.mutableHeaders()) {
        key = QByteArrayView(key.data() ? to + (key.data() - from) : nullptr, key.size());
        value = QByteArrayView(to + (value.data() - from), value.size());
    }
}

void Parser::fail(const QString &error)
{
    m_error = error;
    m_stopped = true;
    m_message.mutableHeaders().clear();
}

} // namespace Linescope::Ami
