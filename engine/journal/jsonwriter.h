// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One JSON object on one line, its keys in the order they are written (QJsonObject sorts them). The line holds no raw
// control byte: everything that isPlain() refuses is written as \uXXXX. Fields that do not apply are left out: empty
// texts, lists and ids add nothing.
#pragma once

#include "journal/masking.h"
#include "tapi/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <initializer_list>

namespace Linescope {

class JsonWriter {
public:
    explicit JsonWriter(Masking masking = Masking::None);

    // Text of our own: constants, names of functions.
    void add(const char *key, const QString &text);
    void add(const char *key, const char *text);
    void add(const char *key, const QStringList &texts);
    void addList(const char *key, const QStringList &texts); // also when it is empty
    void add(const char *key, qint64 number);
    void add(const char *key, std::initializer_list<qint64> numbers);
    void add(const char *key, quint32 number) { add(key, qint64(number)); }
    void add(const char *key, bool value);
    template<class Tag>
    void add(const char *key, Id<Tag> id)
    {
        add(key, shortName(id));
    }
    // Only when it is not 0.
    void addUnlessZero(const char *key, qint64 number);

    // Text from outside, masked when asked for: the number or name of a person; anything else.
    void addParty(const char *key, const QString &text);
    void addOutside(const char *key, const QString &text);
    void addBytes(const char *key, const QByteArray &bytes); // as hexadecimal text
    void addCharacter(const char *key, quint32 character);   // a digit that was heard: "5"; a number if not printable

    void beginObject(const char *key);
    void endObject();

    // The object, closed; nothing can be added any more.
    QByteArray take();

private:
    void writeKey(const char *key);
    void writeText(QStringView text);

    QByteArray m_line;
    Masking m_masking;
    bool m_first = true;
};

} // namespace Linescope
