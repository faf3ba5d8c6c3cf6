@NullMarked
package dev.cadastre.server.startup.configuration;

import org.jspecify.annotations.NullMarked;
