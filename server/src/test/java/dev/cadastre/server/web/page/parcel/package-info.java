@NullMarked
package dev.cadastre.server.web.page.parcel;

import org.jspecify.annotations.NullMarked;
