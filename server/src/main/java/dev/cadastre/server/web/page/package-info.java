/** The pages: what people see in a browser, made from the same answers as the API's. */
@NullMarked
package dev.cadastre.server.web.page;

import org.jspecify.annotations.NullMarked;
