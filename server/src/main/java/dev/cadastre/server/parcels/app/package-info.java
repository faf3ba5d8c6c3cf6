/** Apps: what parcels are deployed as, with the values of their parameters. */
@NullMarked
package dev.cadastre.server.parcels.app;

import org.jspecify.annotations.NullMarked;
