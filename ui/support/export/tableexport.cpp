// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/export/tableexport.h"

#include "journal/plaintext.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QRegularExpression>

namespace Linescope {

namespace {

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
    case QMetaType::Bool:
        return true;
    default:
        return false;
    }
}

QJsonValue jsonValue(const QVariant &value)
{
    if (!value.isValid())
        return QJsonValue::Null;
    return isNumber(value) ? QJsonValue::fromVariant(value) : QJsonValue(value.toString());
}

bool isPersonal(const QString &key)
{
    static const QStringList words{QStringLiteral("part"),   QStringLiteral("caller"), QStringLiteral("called"),
                                   QStringLiteral("number"), QStringLiteral("name"),   QStringLiteral("address"),
                                   QStringLiteral("person"), QStringLiteral("display")};
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return key.contains(word, Qt::CaseInsensitive); });
}

bool isHarmless(const QString &text)
{
    static const QRegularExpression shortNameOrTime(
        QStringLiteral("^([A-Z][0-9]+( +0x[0-9A-F]+)?|[0-9:.T Z-]*[0-9]:[0-9]{2}[0-9:.T Z-]*)$"));
    return shortNameOrTime.match(text).hasMatch();
}

QVariant maskedCell(const QString &key, const QVariant &value)
{
    if (!value.isValid() || isNumber(value))
        return value;
    const QString text = value.toString();
    if (isPersonal(key))
        return masked(text);
    return isHarmless(text) ? text : withMaskedNumbers(text);
}

// Two columns of one key would be one member of the object.
QStringList distinct(QStringList keys)
{
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const QString key = keys.at(i);
        for (int number = 2; keys.first(i).contains(keys.at(i)); ++number)
            keys[i] = key + QString::number(number);
    }
    return keys;
}

QByteArray rowJson(const QStringList &keys, const QVariantList &row)
{
    QByteArray json = "{"; // by hand: QJsonObject would sort the columns
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const QJsonArray pair{keys.at(i), i < row.size() ? jsonValue(row.at(i)) : QJsonValue(QJsonValue::Null)};
        const QByteArray text = QJsonDocument(QJsonArray{pair.at(0)}).toJson(QJsonDocument::Compact);
        const QByteArray value = QJsonDocument(QJsonArray{pair.at(1)}).toJson(QJsonDocument::Compact);
        json += (i == 0 ? "" : ",") + text.sliced(1, text.size() - 2) + ':' + value.sliced(1, value.size() - 2);
    }
    return json + '}';
}

} // namespace

QString columnKey(const QMetaEnum &columns, int column)
{
    QString key = QString::fromLatin1(columns.valueToKey(column));
    if (!key.isEmpty())
        key[0] = key.front().toLower();
    return key;
}

QString keyFromTitle(const QString &title, int column)
{
    QString key;
    bool wordBegins = false;
    for (const QChar c : title.normalized(QString::NormalizationForm_D)) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        if (letter || (!key.isEmpty() && c >= u'0' && c <= u'9')) {
            key += key.isEmpty() ? c.toLower() : wordBegins ? c.toUpper() : c;
            wordBegins = false;
        } else if (!c.isMark() && c != u'\'' && c != u'’') {
            wordBegins = true;
        }
    }
    return key.isEmpty() ? QStringLiteral("column%1").arg(column + 1) : key;
}

Table tableOf(const QAbstractItemModel &model, const QList<int> &columns, const QList<int> &rows, int role,
              const QStringList &keys)
{
    Table table;
    for (const int column : columns)
        table.titles += model.headerData(column, Qt::Horizontal).toString();
    for (qsizetype i = 0; i < columns.size(); ++i)
        table.keys += i < keys.size() ? keys.at(i) : keyFromTitle(table.titles.at(i), int(i));
    table.rows.reserve(rows.size());
    for (const int row : rows) {
        QVariantList cells;
        for (const int column : columns)
            cells += model.index(row, column).data(role);
        table.rows += cells;
    }
    return table;
}

Table tableFromTexts(const QList<QStringList> &rows, const QStringList &keys)
{
    Table table;
    if (rows.isEmpty())
        return table;
    table.titles = rows.first();
    for (qsizetype i = 0; i < table.titles.size(); ++i)
        table.keys += i < keys.size() ? keys.at(i) : keyFromTitle(table.titles.at(i), int(i));
    for (const QStringList &row : rows.sliced(1)) {
        QVariantList cells;
        for (const QString &cell : row)
            cells += cell;
        table.rows += cells;
    }
    return table;
}

Table maskedTable(const Table &table)
{
    Table result = table;
    for (QVariantList &row : result.rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            row[i] = maskedCell(table.keys.value(i), row.at(i));
    }
    return result;
}

QByteArray toJson(const Table &table)
{
    const QStringList keys = distinct(table.keys);
    QByteArray json = "[";
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        json += (i == 0 ? "\n" : ",\n") + rowJson(keys, table.rows.at(i));
    return escapedJson(json + "\n]\n");
}

QByteArray toCsv(const Table &table, CsvMode mode)
{
    QList<QStringList> rows{table.titles};
    for (const QVariantList &row : table.rows) {
        QStringList cells;
        for (const QVariant &cell : row)
            cells += cell.toString();
        rows += cells;
    }
    return toCsv(rows, mode);
}

QByteArray escapedJson(const QByteArray &json)
{
    const auto escaped = [](QChar c) { return QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0')); };
    QString result;
    bool afterTag = false; // both halves of a pair are written in the same way
    for (const QChar c : QString::fromUtf8(json)) {
        const bool tag = c.unicode() == tagSurrogate;
        result += c == u'\n' || (isPlain(c.unicode()) && !tag && !afterTag) ? QString(c) : escaped(c);
        afterTag = tag;
    }
    return result.toUtf8();
}

} // namespace Linescope
