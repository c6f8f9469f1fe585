// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes of an AMI connection, cut anywhere, into messages. Copies nothing but the bytes themselves, once.
#pragma once

#include "amimessage.h"

#include <QCoreApplication>

class QIODevice;

namespace Linescope::Ami {

// One parser reads one connection, from its banner on. Memory: at most maxMessage plus twice one chunk, and
// maxHeaders headers. Not thread-safe; the callbacks run inside feed() and may call stop(), but not feed() or delete.
class Parser {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Ami::Parser)

public:
    static constexpr qsizetype maxLine = 64 * 1024;
    static constexpr qsizetype maxMessage = 4 * 1024 * 1024;
    static constexpr qsizetype maxHeaders = 100'000;

    // A line without a colon (output of a command) is a header without a key. Empty messages are left out.
    std::function<void(const Message &)> onMessage;
    // "5.0.4" of "Asterisk Call Manager/5.0.4"; always the first callback.
    std::function<void(QByteArrayView version)> onBanner;

    void feed(QByteArrayView bytes);
    // Reads all that the device has now.
    void feed(QIODevice &device);
    // No callback comes any more. Safe inside a callback, whose message stays valid until it returns.
    void stop() { m_stopped = true; }

    // Why the parser stopped, in a sentence for people, or empty. The text may quote the server.
    QString error() const { return m_error; }
    qsizetype capacity() const { return m_buffer.size(); } // bytes held for the receive buffer

private:
    char *room(qsizetype size);
    void parse(qsizetype added);
    void takeLine(const char *begin, const char *end);
    void takeBanner(QByteArrayView line, const char *next);
    void finishMessage(const char *next);
    void compact();
    void moveHeaders(const char *from, const char *to);
    void fail(const QString &error);

    QByteArray m_buffer; // [m_begin, m_end) is the message that is not complete yet
    qsizetype m_begin = 0;
    qsizetype m_line = 0;    // start of the line that is not complete yet
    qsizetype m_scanned = 0; // no line feed in [m_line, m_scanned)
    qsizetype m_end = 0;
    Message m_message; // the complete lines of that message
    QString m_error;
    bool m_banner = false;
    bool m_stopped = false;
};

} // namespace Linescope::Ami
