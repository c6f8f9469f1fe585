// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The text in a gzip file of any number of members. seek() begins at the member that holds the place, so it is quick
// where members are small (JournalSink makes them so) and have been read past or made known. Memory is bounded whatever
// the file says; a file that unpacks to far more than a recording could is refused.
#pragma once

#include <QFile>
#include <QIODevice>

#include <memory>
#include <vector>

struct z_stream_s;

namespace Linescope {

class GzipDevice : public QIODevice {
    Q_OBJECT

public:
    struct Member {
        qint64 text; // where its text begins
        qint64 file; // where it begins in the file
    };

    // Open for reading when the file is.
    explicit GzipDevice(const QString &path);
    ~GzipDevice() override;

    static bool isGzip(const QByteArray &firstBytes);

    bool open(OpenMode mode) override; // reading only
    bool isSequential() const override { return false; }
    bool seek(qint64 pos) override;
    bool atEnd() const override { return m_ended; }

    // A sentence about what ended the reading, if it was not the end of the file. A file that was cut off just ends.
    const QString &problem() const { return m_problem; }
    qint64 fileSize() const { return m_file.size(); }
    qint64 filePos() const { return m_fileOffset; }

    // Those seen so far, in order.
    const std::vector<Member> &members() const { return m_members; }
    void setMembers(std::vector<Member> members) { m_members = std::move(members); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool begin(const Member &member);
    bool fill();
    bool nextMember();
    void fail(const QString &problem);
    bool isBomb() const;

    QFile m_file;
    std::unique_ptr<z_stream_s> m_stream;
    std::vector<Member> m_members;
    QByteArray m_input;
    qint64 m_fileOffset = 0; // of the next byte to be unpacked
    qint64 m_text = 0;       // bytes unpacked, from the beginning of the file
    bool m_ended = false;
    QString m_problem;
};

} // namespace Linescope
