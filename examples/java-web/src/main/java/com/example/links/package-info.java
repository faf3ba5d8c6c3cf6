/** Short links: a web page, kept in PostgreSQL. */
package com.example.links;
