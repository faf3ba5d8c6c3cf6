/** The pages of parcels. What whoever made a parcel wrote is hostile. */
@NullMarked
package dev.cadastre.server.web.page.parcel;

import org.jspecify.annotations.NullMarked;
