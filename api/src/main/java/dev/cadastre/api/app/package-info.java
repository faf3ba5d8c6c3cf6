/** Apps: parcels that are deployed, with the values of their parameters. */
@NullMarked
package dev.cadastre.api.app;

import org.jspecify.annotations.NullMarked;
