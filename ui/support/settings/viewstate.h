// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a view was left, as bytes for Settings::setLayout(). What cannot be read, is of another kind or out of bounds
// counts as absent: the file may come from another version, or from anybody.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace Linescope {

class ViewState {
public:
    static constexpr qsizetype MaxNames = 500;  // of one list
    static constexpr qsizetype MaxLength = 200; // of a name

    ViewState() = default;
    explicit ViewState(const QByteArray &bytes);
    QByteArray bytes() const;

    void set(const QString &key, const QJsonValue &value) { m_values.insert(key, value); }
    void setNames(const QString &key, const QStringList &names); // the first ones, if there are too many

    bool flag(const QString &key, bool otherwise) const;
    double number(const QString &key, double least, double greatest, double otherwise) const;
    int whole(const QString &key, int least, int greatest, int otherwise) const;
    QStringList names(const QString &key) const;

private:
    QJsonObject m_values;
};

} // namespace Linescope
