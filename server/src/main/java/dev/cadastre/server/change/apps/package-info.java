/** Deploys parcels as apps: plans their runs, undoes them, and watches what is there then. */
@NullMarked
package dev.cadastre.server.change.apps;

import org.jspecify.annotations.NullMarked;
