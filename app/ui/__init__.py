"""What people see and press: Qt begins here."""
