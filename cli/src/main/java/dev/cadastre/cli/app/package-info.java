/** Apps: parcels that a server deploys, with the values of their parameters. */
@NullMarked
package dev.cadastre.cli.app;

import org.jspecify.annotations.NullMarked;
