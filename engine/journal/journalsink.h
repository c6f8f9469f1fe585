// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file that text is appended to, plain or compressed. What cannot be written now is kept and tried again by the next
// flush(); the file never ends within a line meanwhile.
//
// Compressed: gzip members of about 1 MiB of text each, so that a reader can begin at any of them, and `zcat` reads it.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <memory>

struct z_stream_s;

namespace Linescope {

class JournalSink {
    Q_DECLARE_TR_FUNCTIONS(Linescope::JournalSink)

public:
    static constexpr qint64 memberText = 1024 * 1024; // bytes

    explicit JournalSink(bool compressed);
    ~JournalSink(); // closes; what could not be written is lost
    Q_DISABLE_COPY_MOVE(JournalSink)

    // For the owner's eyes only (0600); what was there is gone. False: see error().
    bool open(const QString &path);
    void write(QByteArrayView lines); // whole ones; see error()
    // Hands all to the operating system. False: see error(), and try again later.
    bool flush();
    // The same, and ends the last member and the file. False: it is still open.
    bool close();

    bool isOpen() const { return m_file.isOpen(); }
    QString path() const { return m_file.fileName(); }
    qint64 size() const { return m_written + m_pending.size(); } // bytes, written or not
    QString error() const { return m_error; } // a sentence; empty: all went well since the last flush()

private:
    void deflate(QByteArrayView text, int flushMode);
    void endMember();
    bool writePending();

    QFile m_file;
    std::unique_ptr<z_stream_s> m_stream; // none: not compressed
    qint64 m_memberText = 0;              // bytes of text in the member that is being written
    qint64 m_written = 0;
    QByteArray m_pending; // to be written behind it
    QString m_error;
};

} // namespace Linescope
