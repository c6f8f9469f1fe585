// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Small forms: value in, value out.
#pragma once

#include "server/virtualapp.h"
#include "world/world.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace Linescope {

// A form with OK (named after what it does) and Cancel.
class FormDialog : public QDialog {
    Q_OBJECT

protected:
    FormDialog(const QString &title, const QString &accept, QWidget *parent);
    QFormLayout *form() const { return m_form; }
    void setProblem(const QString &sentence); // OK is grey for that reason; empty: none
    void fit();                               // after a text has become longer

private:
    QFormLayout *m_form;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

// lineMakeCall on one of the lines that are open and can.
class MakeCallDialog : public FormDialog {
    Q_OBJECT

public:
    MakeCallDialog(const World &world, const QList<HLine> &lines, HLine suggested, QWidget *parent = nullptr);
    Requests::MakeCall request() const;

private:
    QString problem() const;

    QComboBox *m_line;
    QLineEdit *m_address;
};

// lineOpen.
class OpenLineDialog : public FormDialog {
    Q_OBJECT

public:
    OpenLineDialog(const World &world, HLineApp app, DeviceId device, QWidget *parent = nullptr);
    HLineApp app() const;
    Requests::Open request() const;

private:
    QComboBox *m_app;
    QComboBox *m_device;
    QComboBox *m_version;
    QCheckBox *m_owner;
    QCheckBox *m_monitor;
};

// The habits of a new virtual application.
class NewAppDialog : public FormDialog {
    Q_OBJECT

public:
    explicit NewAppDialog(QWidget *parent = nullptr);
    AppHabits habits() const;

private:
    QDoubleSpinBox *addDelay(const QString &label, double seconds);

    QLineEdit *m_name;
    QComboBox *m_version;
    QComboBox *m_role;
    QCheckBox *m_openAll;
    QCheckBox *m_takeExisting;
    QDoubleSpinBox *m_answer;
    QDoubleSpinBox *m_drop;
    QDoubleSpinBox *m_deallocate;
};

// Somebody calls: who.
class IncomingCallDialog : public FormDialog {
    Q_OBJECT

public:
    explicit IncomingCallDialog(const QString &line, QWidget *parent = nullptr);
    QString number() const;
    QString name() const;

private:
    QLineEdit *m_number;
    QLineEdit *m_name;
};

// The name of an application: one of those that are offered, or any other.
class AppNameDialog : public FormDialog {
    Q_OBJECT

public:
    // `problemWith`: why a name will not do, a sentence; empty if it does.
    AppNameDialog(const QString &title, const QString &accept, const QStringList &names,
                  const std::function<QString(const QString &)> &problemWith, QWidget *parent = nullptr);
    QString name() const; // as it is, not as it is shown

private:
    QComboBox *m_name;
};

// One line of text.
class NameDialog : public FormDialog {
    Q_OBJECT

public:
    NameDialog(const QString &title, const QString &label, const QString &accept, const QString &text,
               QWidget *parent = nullptr);
    QString text() const;

private:
    QLineEdit *m_text;
};

} // namespace Linescope
