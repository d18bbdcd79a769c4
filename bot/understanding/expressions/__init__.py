"""What people say put into what papers print, and a question's words found."""
