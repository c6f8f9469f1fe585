// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Qt's JSON parser is not instrumented: changing bytes finds next to nothing behind it. So most changes are made in the
// tree that the bytes say: a value of it is left out, said twice, changed, or replaced by another value of the same
// tree.

#include "randomvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstring>

using namespace Linescope::Test;

extern "C" size_t LLVMFuzzerMutate(unsigned char *data, size_t size, size_t maxSize);

namespace {

QJsonValue childOf(const QJsonValue &value, Choices &choices)
{
    if (value.isArray() && !value.toArray().isEmpty())
        return value.toArray().at(qsizetype(choices.below(quint32(value.toArray().size()))));
    if (value.isObject() && !value.toObject().isEmpty())
        return (value.toObject().begin() + qsizetype(choices.below(quint32(value.toObject().size())))).value();
    return {};
}

QJsonValue anywhereIn(QJsonValue value, Choices &choices)
{
    while ((value.isArray() || value.isObject()) && choices.below(4) != 0)
        value = childOf(value, choices);
    return value;
}

QJsonValue changed(const QJsonValue &value, const QJsonValue &whole, Choices &choices)
{
    switch (choices.below(5)) {
    case 0:
        return anywhereIn(whole, choices);
    case 1:
        return value.isString() ? value.toString().left(qsizetype(choices.below(8))) : randomText(choices);
    case 2:
        return qint64(quint64(value.toInteger()) + choices.below(9) - 4); // may wrap
    case 3:
        return qint64(choices.longNumber());
    default:
        return choices.below(2) == 0;
    }
}

QJsonValue mutated(const QJsonValue &value, const QJsonValue &whole, Choices &choices)
{
    const bool goesOn = choices.below(5) != 0;
    if (goesOn && value.isArray() && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const auto at = qsizetype(choices.below(quint32(array.size())));
        const quint32 what = choices.below(8);
        if (what == 0)
            array.removeAt(at);
        else if (what == 1)
            array.insert(at, anywhereIn(whole, choices));
        else if (what == 2)
            array.insert(at, array.at(qsizetype(choices.below(quint32(array.size())))));
        else
            array[at] = mutated(array.at(at), whole, choices);
        return array;
    }
    if (goesOn && value.isObject() && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const auto at = object.begin() + qsizetype(choices.below(quint32(object.size())));
        if (choices.below(8) == 0)
            object.erase(at);
        else
            object[at.key()] = mutated(at.value(), whole, choices);
        return object;
    }
    return changed(value, whole, choices);
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(unsigned char *data, size_t size, size_t maxSize, unsigned seed)
{
    Choices choices(seed);
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QJsonObject whole = QJsonDocument::fromJson(bytes).object();
    if (whole.isEmpty() || choices.below(8) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    const QJsonObject other = mutated(whole, whole, choices).toObject();
    const QByteArray result = QJsonDocument(other).toJson(QJsonDocument::Compact);
    if (size_t(result.size()) > maxSize)
        return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, result.constData(), size_t(result.size()));
    return size_t(result.size());
}
