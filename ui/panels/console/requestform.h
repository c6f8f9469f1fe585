// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A function and a field for each of its arguments, made from the list of its members.
#pragma once

#include "panels/console/consolevalues.h"

#include <QWidget>

class QComboBox;
class QFormLayout;

namespace Linescope {

class RequestForm : public QWidget {
    Q_OBJECT

public:
    explicit RequestForm(QWidget *parent = nullptr);

    // What fields for handles and lines offer; anything else can be typed.
    struct Offers {
        QStringList lines;   // "L3"
        QStringList calls;   // "H42", void ones last
        QStringList devices; // "1"
    };
    void setOffers(const Offers &offers);

    QString function() const;
    void setRequest(const Request &request);
    tl::expected<Request, QString> request() const;
    QWidget *field(const QString &key) const; // null if the function has none of that name

Q_SIGNALS:
    void changed();

private:
    void setFunction(const QString &function);
    void addRow(const QString &text, QWidget *field);
    QComboBox *makeField(const ConsoleArgument &argument);
    QStringList offered(const ConsoleArgument &argument) const;

    QComboBox *m_function;
    QFormLayout *m_form;
    QMap<QString, QComboBox *> m_fields;
    QList<ConsoleArgument> m_arguments;
    Offers m_offers;
};

} // namespace Linescope
