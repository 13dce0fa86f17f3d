import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/search.css';
import './styles/reading.css';
import { render } from 'preact';
import { App } from './app';
import { applyTheme, rememberedTheme } from './interface/theme';
import { followLinks } from './routing/location';

applyTheme(rememberedTheme());
document.addEventListener('click', followLinks);
const root = document.getElementById('app');
if (root === null) {
  throw new Error('The page has no place for the reading room');
}
render(<App />, root);
