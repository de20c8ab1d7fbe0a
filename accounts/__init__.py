"""Who somebody is: users, their names, and the cookie that proves an id."""
