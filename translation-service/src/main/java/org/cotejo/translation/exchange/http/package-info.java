/** What all exports share over HTTP: which format is asked for, and the file it waits in. */
package org.cotejo.translation.exchange.http;
